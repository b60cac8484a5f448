"""A development identity provider: real OpenID Connect for an invented cast, on loopback only."""
