/* librsvg and cairo, loaded for the first SVG and never before.
 *
 * Their headers are not needed to build: this is what librsvg 2.54, cairo 1.16 and GLib
 * say in them. */
#ifndef RSVG_H
#define RSVG_H

#include "base/slice.h"
#include <stdint.h>
#include <stdio.h>

struct rsvg_rectangle {
    double x, y, width, height;
};

struct rsvg_length {
    double length;
    int unit;
};

struct cairo_matrix {
    double xx, yx, xy, yy, x0, y0;
};

struct g_error {
    uint32_t domain;
    int code;
    char *message;
};

struct rsvg {
    void *(*rsvg_handle_new_from_data)(const char *, size_t, struct g_error **);
    int (*rsvg_handle_get_intrinsic_size_in_pixels)(void *, double *, double *);
    void (*rsvg_handle_get_intrinsic_dimensions)(void *, int *, struct rsvg_length *,
                                                 int *, struct rsvg_length *, int *,
                                                 struct rsvg_rectangle *);
    int (*rsvg_handle_render_document)(void *, void *, const struct rsvg_rectangle *,
                                       struct g_error **);
    void *(*cairo_script_create_for_stream)(int (*)(void *, const char *, unsigned),
                                            void *);
    void *(*cairo_script_surface_create)(void *, int, double, double);
    void *(*cairo_create)(void *);
    void (*cairo_transform)(void *, const struct cairo_matrix *);
    void (*cairo_destroy)(void *);
    void (*cairo_surface_finish)(void *);
    void (*cairo_device_finish)(void *);
};

/* False when it is not installed. */
bool open_rsvg(struct rsvg *);
/* Writes "WIDTH HEIGHT" of the drawing and its script.  NULL, or why it cannot. */
const char *write_drawing(const struct rsvg *, struct slice svg, FILE *);

#endif
