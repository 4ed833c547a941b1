"""Keep the weaknesses that a corpus accepts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; the corpora held so far accept none."""
    op.create_table(
        "accepted",
        sa.Column("corpus_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("warning", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("corpus_id", "position", name="pk_accepted"),
        sa.ForeignKeyConstraint(["corpus_id"], ["corpus.id"], name="fk_accepted_corpus_id_corpus"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("accepted")
