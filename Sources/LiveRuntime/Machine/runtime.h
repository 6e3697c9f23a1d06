// The programs of a chapter: the top level of each live block, compiled from Swift.
extern int (*const galley_programs[])(int, char **);

double *galley_settings(void);
void galley_reset(void);
void galley_run(int program, int wanted);
unsigned char *galley_output(void);
unsigned long galley_output_length(void);

// The runs of a command: which program, how many settings, and the settings of all runs behind each other.
extern const int galley_request_count;
extern const int galley_request_programs[];
extern const int galley_request_lengths[];
extern const double galley_request_numbers[];
