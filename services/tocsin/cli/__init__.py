"""The program `tocsin`: one module a command."""
