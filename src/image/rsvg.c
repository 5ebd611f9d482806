/* librsvg draws onto cairo's script surface, which writes what is drawn as text. */
#include "image/rsvg.h"

#include "image/drawing.h"
#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

enum { CAIRO_CONTENT_COLOR_ALPHA = 0x3000, CAIRO_STATUS_WRITE_ERROR = 11 };

#define FUNCTION(name) #name, offsetof(struct rsvg, name)

static const struct {
    const char *name;
    size_t place;
} functions[] = {
    {FUNCTION(rsvg_handle_new_from_data)},
    {FUNCTION(rsvg_handle_get_intrinsic_size_in_pixels)},
    {FUNCTION(rsvg_handle_get_intrinsic_dimensions)},
    {FUNCTION(rsvg_handle_render_document)},
    {FUNCTION(cairo_script_create_for_stream)},
    {FUNCTION(cairo_script_surface_create)},
    {FUNCTION(cairo_create)},
    {FUNCTION(cairo_transform)},
    {FUNCTION(cairo_destroy)},
    {FUNCTION(cairo_surface_finish)},
    {FUNCTION(cairo_device_finish)},
};

/* The library stays open: GLib cannot be unloaded.  Cairo is found as one of the
 * libraries that librsvg needs. */
bool open_rsvg(struct rsvg *rsvg)
{
    void *library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    bool found = library != NULL;
    for (size_t i = 0; found && i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(library, functions[i].name);
        memcpy((char *)rsvg + functions[i].place, &function, sizeof function);
        found = function != NULL;
    }
    return found;
}

/* Its own measures, else those of its viewBox; width 0: neither. */
static struct rsvg_rectangle picture_size(const struct rsvg *rsvg, void *handle)
{
    struct rsvg_rectangle size = {0}, box;
    struct rsvg_length width, height;
    int has_width, has_height, has_box = 0;
    if (rsvg->rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height))
        return size;
    rsvg->rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height,
                                               &height, &has_box, &box);
    return has_box ? box : (struct rsvg_rectangle){0};
}

/* The whole of it fills the square of DRAWING_SIDE in one direction; false when it is no
 * size or a side would vanish. */
static bool fit_viewport(struct rsvg_rectangle size, struct rsvg_rectangle *viewport)
{
    double longer = size.width > size.height ? size.width : size.height;
    if (!(size.width > 0 && size.height > 0 && longer <= 1e9))
        return false;
    *viewport = (struct rsvg_rectangle){
        .width = (int)(size.width / longer * DRAWING_SIDE + 0.5),
        .height = (int)(size.height / longer * DRAWING_SIDE + 0.5)};
    return viewport->width >= 1 && viewport->height >= 1;
}

static int write_script(void *out, const char *bytes, unsigned count)
{
    return fwrite(bytes, 1, count, out) == count ? 0 : CAIRO_STATUS_WRITE_ERROR;
}

/* See struct drawing for the matrix. */
static int draw_handle(const struct rsvg *rsvg, void *handle,
                       const struct rsvg_rectangle *viewport, FILE *out,
                       struct g_error **error)
{
    static const struct cairo_matrix turn = {0.8, 0.6, -0.6, 0.8, 0, 0};
    void *device = rsvg->cairo_script_create_for_stream(write_script, out);
    void *surface =
        rsvg->cairo_script_surface_create(device, CAIRO_CONTENT_COLOR_ALPHA, -1, -1);
    void *cairo = rsvg->cairo_create(surface);
    rsvg->cairo_transform(cairo, &turn);
    int is_drawn = rsvg->rsvg_handle_render_document(handle, cairo, viewport, error);
    rsvg->cairo_destroy(cairo);
    rsvg->cairo_surface_finish(surface);
    rsvg->cairo_device_finish(device);
    return is_drawn;
}

static const char *error_text(const struct g_error *error)
{
    return error != NULL ? error->message : "it cannot be drawn";
}

const char *write_drawing(const struct rsvg *rsvg, struct slice svg, FILE *out)
{
    struct g_error *error = NULL;
    struct rsvg_rectangle viewport;
    void *handle = rsvg->rsvg_handle_new_from_data(svg.at, svg.length, &error);
    if (handle == NULL)
        return error_text(error);
    if (!fit_viewport(picture_size(rsvg, handle), &viewport))
        return "it tells neither its size nor its viewBox";
    fprintf(out, "%d %d\n", (int)viewport.width, (int)viewport.height);
    bool is_drawn = draw_handle(rsvg, handle, &viewport, out, &error);
    return is_drawn ? NULL : error_text(error);
}
