"""Campaigns: who is asked, who is held out by lot, what is offered, and what it added.

Planned (`campaign_planning`), started (`campaign_starting`), stopped (`campaign_stopping`),
followed call by call (`campaign_asking`), written out (`campaign_papers`), and reckoned up
(`campaign_results`).
"""

from app.services.campaign_drawing import Drawing
from app.services.campaign_papers import Papers
from app.services.campaign_results import Results
from app.services.campaign_stopping import Stopping
from app.services.desk import Desk
from app.services.insights import Insights
from app.services.points import Points
from app.services.segments import Segments


class Campaigns(Stopping, Papers, Results):
    """Everything a shop does with its campaigns; all of it is inherited."""

    def __init__(self, desk: Desk, segments: Segments, insights: Insights, points: Points) -> None:
        super().__init__(desk, segments, Drawing(desk, segments, insights), points)
