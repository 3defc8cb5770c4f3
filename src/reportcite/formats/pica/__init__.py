"""PICA+, the fields of the catalogues of GBV, hebis, SWB and the German National Library."""
