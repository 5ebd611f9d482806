/* Which face sets each character: by the stretch's role and the character's typography.
 */
#ifndef CHOOSE_FACE_H
#define CHOOSE_FACE_H

#include "text/characters.h"
#include "text/font_catalogue.h"

/* Fills in every character's face; what cannot be had is reported (unknown-role,
 * missing-font, missing-character). */
void choose_faces(struct arena *, struct font_catalogue *, const struct passage *,
                  struct characters, struct diagnostics *);

/* Those that are tried first for the character. */
const struct face_list *wanted_faces(const struct font_role *, const struct character *);

#endif
