"""Frozen analyses, and what officers add to the figures: themes, and narrative sections."""

from resrec.analysis.models.narrative import Narrative, Place, StaleNarrative
from resrec.analysis.models.themes import Theme, ThemedPassage
from resrec.analysis.models.told import ChangeTold
from resrec.analysis.models.yearly_analysis import (
    AnalysisFigure,
    AnalysisPart,
    AnalysisRecord,
    YearlyAnalysis,
)

__all__ = [
    "AnalysisFigure",
    "AnalysisPart",
    "AnalysisRecord",
    "ChangeTold",
    "Narrative",
    "Place",
    "StaleNarrative",
    "Theme",
    "ThemedPassage",
    "YearlyAnalysis",
]
