/* Made by reference.py. */
static const struct vector vectors[] = {
    /* 5 sessions, the longest of 15 clicks. */
    {1, 60, 5, 6, 1024, 0x4284644c6cf25784},
    /* 1244 sessions, the longest of 14 clicks. */
    {2, 4000, 60, 12, 4096, 0xa92d2c204e00f80e},
    /* 1029 sessions, the longest of 28 clicks. */
    {3, 4000, 40, 300, 4096, 0xc1c7777f3cbad45b},
    /* 70 sessions, the longest of 40 clicks. */
    {4, 3000, 2, 1500, 4096, 0xdde47fd894303a08},
    /* 4916 sessions, the longest of 9 clicks. */
    {5, 9000, 150, 40, 8192, 0x94f8c881d9ce0d5e},
    /* 1067 sessions, the longest of 11 clicks. */
    {6, 3000, 60, 25, 40, 0xbf5de5944bcff2b9},
    /* 438 sessions, the longest of 31 clicks. */
    {7, 3000, 30, 30, 1, 0x8dd10e05384de9ca},
};
