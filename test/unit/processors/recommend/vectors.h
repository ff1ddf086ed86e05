/* Made by reference.py. */
static const struct vector vectors[] = {
    /* 5 sessions, the longest of 6 items. */
    {1, 60, 5, 6, 1024, 0xbcf5b0f6f61f8e66},
    /* 1220 sessions, the longest of 11 items. */
    {2, 4000, 60, 12, 4096, 0x07becd1f815adae3},
    /* 999 sessions, the longest of 26 items. */
    {3, 4000, 40, 300, 4096, 0x35d987b6e2eaa641},
    /* 30 sessions, the longest of 95 items. */
    {4, 3000, 2, 1500, 4096, 0x60d96d4e367d1b01},
    /* 4885 sessions, the longest of 8 items. */
    {5, 9000, 150, 40, 8192, 0xe1d57f8c38c9b7d0},
    /* 1045 sessions, the longest of 9 items. */
    {6, 3000, 60, 25, 40, 0xd7f6d3140e36b32f},
    /* 418 sessions, the longest of 19 items. */
    {7, 3000, 30, 30, 1, 0xfc5cc70b3b8c6cd1},
};
static const struct example_line example_lines[] = {
    {"dan", "mug", 962231402496, "mug"},
    {"dan", "pot", 928832815104, "pot"},
    {"dan", "tea", 415303204864, "mug"},
    {"dan", "cup", 276371079168, "mug"},
    {"ann", "mug", 592632348672, "mug"},
    {"ann", "cup", 412316860416, "cup"},
    {"ann", "tea", 277864251392, "mug"},
    {"ann", "pot", 241638047744, "cup"},
    {"bob", "tea", 894099783680, "tea"},
    {"bob", "mug", 491737186304, "mug"},
    {"bob", "pot", 326977454080, "tea"},
    {"bob", "cup", 69466062848, "mug"},
};
