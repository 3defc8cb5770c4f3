"""The record room: one record, its dates and names, its checks and its ISBN."""
