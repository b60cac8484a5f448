"""The page shell and the officers' administration."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class WebConfig(AppConfig):
    name = "resrec.web"
    default = True


class OfficersAdminConfig(admin.AdminConfig):
    """Django's administration, open to officers instead of a flag on the person."""

    default_site = "resrec.web.administration.OfficersAdminSite"
    default = False
