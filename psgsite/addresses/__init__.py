"""Addresses that lead nowhere any more: where they lead instead, and who should know."""
