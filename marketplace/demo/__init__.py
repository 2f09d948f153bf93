"""The demo: real products told honestly, and a plainly fictional village that fills the shop."""
