/*
 * evaluate.h - the commands `fy-recommend eval` and `fy-recommend fit`: the engine on files.
 *
 * Pure of Kafka: files in, a file and a line of figures out. Same files, same bytes.
 */
#ifndef RECOMMEND_EVALUATE_H
#define RECOMMEND_EVALUATE_H

/* argv[1] is "eval" or "fit". Returns the exit code. */
int evaluate_main(int argc, char **argv);

#endif
