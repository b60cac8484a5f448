"""Reporting: Activity Reports, the focal points who read them, and yearly Progress Reports."""

from resrec.reporting.models.activity import Activity, Evidence, FutureActivity, Partner
from resrec.reporting.models.activity_report import ActivityReport
from resrec.reporting.models.asking import QuietDay, Reminder, Rung
from resrec.reporting.models.assignment import Assignment
from resrec.reporting.models.bench_step import BenchStep
from resrec.reporting.models.co_writer import CoWriter
from resrec.reporting.models.cycle import ReportingCycle
from resrec.reporting.models.desk import BulkStep, Charge, SetAside
from resrec.reporting.models.focal_point import FocalPoint, Holder
from resrec.reporting.models.involvement import Answer, PartnerKind, ProgressPartner
from resrec.reporting.models.need import Need, NeedMet
from resrec.reporting.models.objection import Objection
from resrec.reporting.models.opinion import Opinion
from resrec.reporting.models.progress_report import ProgressReport
from resrec.reporting.models.rendering import Rendering
from resrec.reporting.models.reported_text import ReportedText
from resrec.reporting.models.return_reason import ReturnReason
from resrec.reporting.models.spot_check import SpotCheck
from resrec.reporting.models.statement import Quotation, Statement
from resrec.reporting.models.trust import Trust
from resrec.reporting.models.vocabularies import (
    ActivityKind,
    ActivityStatus,
    FocalRole,
    ImplementationStatus,
    NeedKind,
)

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityReport",
    "ActivityStatus",
    "Answer",
    "Assignment",
    "BenchStep",
    "BulkStep",
    "Charge",
    "CoWriter",
    "Evidence",
    "FocalPoint",
    "FocalRole",
    "FutureActivity",
    "Holder",
    "ImplementationStatus",
    "Need",
    "NeedKind",
    "NeedMet",
    "Objection",
    "Opinion",
    "Partner",
    "PartnerKind",
    "ProgressPartner",
    "ProgressReport",
    "QuietDay",
    "Quotation",
    "Reminder",
    "Rendering",
    "ReportedText",
    "ReportingCycle",
    "ReturnReason",
    "Rung",
    "SetAside",
    "SpotCheck",
    "Statement",
    "Trust",
]
