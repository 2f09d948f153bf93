"""Everything that touches Oscar. If Oscar were replaced, only this folder goes."""
