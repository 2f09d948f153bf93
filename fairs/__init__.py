"""Fairs and booths, business matching, enquiries, training."""
