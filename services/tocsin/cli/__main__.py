"""``python -m tocsin.cli``: the program where no console script is installed."""

from tocsin.cli import main

if __name__ == "__main__":
    main()
