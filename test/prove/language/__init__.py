"""What test/prove/schemas.py is made of."""
