"""What a node keeps: records, keys, working material. The only room with tables of ours."""
