"""What the office keeps: figures and the register for who leads, and everybody's own data."""
