"""The checker: shares no code with the programs, and reads only HTTP and raw topics."""
