#include <stddef.h>
#include <stdint.h>

// The entry point of libFuzzer for a program with a main of its own, https://llvm.org/docs/LibFuzzer.html.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*user_callback)(const uint8_t *data, size_t size));
