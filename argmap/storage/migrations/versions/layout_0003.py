"""Keep claims in full, and the claims that an account rests its case on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make room; the corpora held so far have neither."""
    op.add_column("claim", sa.Column("in_full", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "strongest",
        sa.Column("corpus_id", sa.String(), nullable=False),
        sa.Column("narrative", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("corpus_id", "narrative", "position", name="pk_strongest"),
        sa.ForeignKeyConstraint(
            ["corpus_id", "narrative"],
            ["narrative.corpus_id", "narrative.id"],
            name="fk_strongest_corpus_id_narrative_narrative",
        ),
        sa.ForeignKeyConstraint(
            ["corpus_id", "claim"],
            ["claim.corpus_id", "claim.id"],
            name="fk_strongest_corpus_id_claim_claim",
        ),
    )


def downgrade() -> None:
    """Take both away again."""
    op.drop_table("strongest")
    op.drop_column("claim", "in_full")
