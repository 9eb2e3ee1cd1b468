"""To whom a complaint goes: the posts of the office, and the way each standard prescribes.

Pure: texts and standards in, decisions as data out; people, cases and wording live elsewhere.
"""
