/* The script of each character. */
#ifndef SCRIPTS_H
#define SCRIPTS_H

#include "text/characters.h"

/* Needs is_han; fills in the script. */
void resolve_scripts(struct characters);

#endif
