"""Continuations: which part of an article on one page goes on in which part on another.

names → ends → candidates → evidence → choice → stitching
"""
