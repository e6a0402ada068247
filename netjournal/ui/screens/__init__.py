"""The screens: each area, and what opens from them in full."""
