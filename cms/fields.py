"""A stream field whose blocks stay out of the migrations."""

from wagtail.fields import StreamField


class SlimStreamField(StreamField):
    """Wagtail's stream field; adding or changing a block makes no migration.

    The column is text whatever the blocks are, so the history of block definitions
    is of no use to the database and would fill the migrations.
    """

    def __init__(self, block_types=(), **kwargs):
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        name, path, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup")
        return name, path, [], kwargs

    def clone(self):
        _, _, _, kwargs = self.deconstruct()
        return self.__class__(self.block_types_arg, **kwargs)
