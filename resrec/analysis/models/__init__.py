from resrec.analysis.models.yearly_analysis import (
    AnalysisFigure,
    AnalysisPart,
    AnalysisRecord,
    YearlyAnalysis,
)

__all__ = ["AnalysisFigure", "AnalysisPart", "AnalysisRecord", "YearlyAnalysis"]
