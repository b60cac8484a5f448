"""What every page's shell needs to know."""


def shell(request):
    return {}
