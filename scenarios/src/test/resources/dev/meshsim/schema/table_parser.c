/*
 * Reads JSON texts from standard input, one a line, into the structs of the header, and writes them
 * again. The tables of the header are all that it knows of the schema. A text that is not as the
 * schema says ends it with exit code 1.
 */
#define MESH_SCHEMA_TABLES
#include "schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *at;

static bool fail(const char *problem, const char *name, size_t length) {
  fprintf(stderr, "%s: %.*s\n", problem, (int)length, name);
  return false;
}

static void *room(size_t size) {
  void *memory = calloc(1, size);
  if (memory == NULL) {
    exit(2);
  }
  return memory;
}

static const mesh_object *object_of(int type) {
  return &mesh_objects[type - MESH_TYPE_FIRST_OBJECT];
}

static bool take(char c) {
  while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r') {
    at++;
  }
  if (*at != c) {
    return false;
  }
  at++;
  return true;
}

static bool expect(char c) {
  return take(c) || fail("expected", &c, 1);
}

static bool read_text(mesh_text *out) {
  if (!expect('"')) {
    return false;
  }
  out->data = at;
  while (*at != '"') {
    if (*at == '\0' || (*at == '\\' && *++at == '\0')) {
      return fail("a text has no end", out->data, 10);
    }
    at++;
  }
  out->length = (size_t)(at - out->data);
  at++;
  return true;
}

static bool skip_value(void) {
  mesh_text text;
  if (take('{')) {
    if (take('}')) {
      return true;
    }
    do {
      if (!read_text(&text) || !expect(':') || !skip_value()) {
        return false;
      }
    } while (take(','));
    return expect('}');
  }
  if (take('[')) {
    if (take(']')) {
      return true;
    }
    do {
      if (!skip_value()) {
        return false;
      }
    } while (take(','));
    return expect(']');
  }
  if (*at == '"') {
    return read_text(&text);
  }
  size_t length = strspn(at, "+-.0123456789Eaeflnrstu");
  at += length;
  return length > 0 || fail("expected a value", at, 1);
}

static bool read_object(int type, void **out);

static int compare_tags(const void *key, const void *tag) {
  const mesh_text *name = key;
  const mesh_tag *known = tag;
  size_t shorter = name->length < known->length ? name->length : known->length;
  int order = memcmp(name->data, known->name, shorter);
  return order != 0 ? order : (name->length > known->length) - (name->length < known->length);
}

/* An object in its tag; base is the type that it must be of or inherit, or -1 for any. */
static bool read_tagged(int base, mesh_object_value *out, const mesh_tag **found) {
  mesh_text name;
  if (!expect('{') || !read_text(&name) || !expect(':')) {
    return false;
  }
  const mesh_tag *tag =
      bsearch(&name, mesh_tags, mesh_tag_count, sizeof *mesh_tags, compare_tags);
  if (tag == NULL) {
    return fail("no such tag", name.data, name.length);
  }
  int type = tag->type;
  while (base >= 0 && type != base) {
    type = object_of(type)->base;
    if (type < 0) {
      return fail("not a tag that may be here", name.data, name.length);
    }
  }
  *found = tag;
  out->type = tag->type;
  return read_object(tag->type, &out->value) && expect('}');
}

static bool read_scalar(int type, void *slot) {
  take(' ');
  if (type == MESH_TYPE_BOOLEAN) {
    mesh_boolean *out = slot;
    out->present = true;
    out->value = *at == 't';
    const char *word = out->value ? "true" : "false";
    if (strncmp(at, word, strlen(word)) != 0) {
      return fail("expected true or false", at, 5);
    }
    at += strlen(word);
    return true;
  }
  if (type == MESH_TYPE_INTEGER) {
    mesh_integer *out = slot;
    char *end;
    out->present = true;
    out->value = strtoll(at, &end, 10);
    if (end == at || *end == '.' || *end == 'e') {
      return fail("expected a whole number", at, 5);
    }
    at = end;
    return true;
  }
  return read_text(slot);
}

static size_t size_of(const mesh_member *member) {
  if (member->form != MESH_SCALAR) {
    return sizeof(mesh_object_value);
  }
  switch (member->type) {
    case MESH_TYPE_BOOLEAN: return sizeof(mesh_boolean);
    case MESH_TYPE_INTEGER: return sizeof(mesh_integer);
    default: return sizeof(mesh_text);
  }
}

static bool read_one(const mesh_member *member, void *slot) {
  if (member->form == MESH_SCALAR) {
    return read_scalar(member->type, slot);
  }
  mesh_object_value *value = slot;
  const mesh_tag *tag;
  if (member->form == MESH_TAGGED) {
    return read_tagged(member->type, value, &tag);
  }
  value->type = member->type;
  return read_object(member->type, &value->value);
}

static bool read_member(const mesh_member *member, void *slot) {
  if (!member->multiple) {
    return read_one(member, slot);
  }
  mesh_list *list = slot;
  size_t size = size_of(member);
  list->items = room(size);
  if (!expect('[')) {
    return false;
  }
  if (take(']')) {
    return !member->required || fail("expected an element", member->name, member->length);
  }
  do {
    list->items = realloc(list->items, (list->count + 1) * size);
    char *item = (char *)list->items + list->count++ * size;
    memset(item, 0, size);
    if (!read_one(member, item)) {
      return false;
    }
  } while (take(','));
  return expect(']');
}

static bool is_present(const mesh_member *member, const char *slot) {
  if (member->multiple) {
    return ((const mesh_list *)slot)->items != NULL;
  }
  if (member->form != MESH_SCALAR) {
    return ((const mesh_object_value *)slot)->value != NULL;
  }
  switch (member->type) {
    case MESH_TYPE_BOOLEAN: return ((const mesh_boolean *)slot)->present;
    case MESH_TYPE_INTEGER: return ((const mesh_integer *)slot)->present;
    default: return ((const mesh_text *)slot)->data != NULL;
  }
}

static bool read_object(int type, void **out) {
  const mesh_object *object = object_of(type);
  char *memory = room(object->size);
  *out = memory;
  if (!expect('{')) {
    return false;
  }
  bool end = take('}');
  while (!end) {
    mesh_text name;
    if (!read_text(&name) || !expect(':')) {
      return false;
    }
    const mesh_member *member = NULL;
    for (size_t i = 0; i < object->count; i++) {
      const mesh_member *each = &object->members[i];
      if (each->length == name.length && memcmp(each->name, name.data, name.length) == 0) {
        member = each;
      }
    }
    if (member == NULL && !object->open) {
      return fail("no such member", name.data, name.length);
    }
    if (!(member == NULL ? skip_value() : read_member(member, memory + member->offset))) {
      return false;
    }
    if (!take(',')) {
      if (!expect('}')) {
        return false;
      }
      end = true;
    }
  }
  for (size_t i = 0; i < object->count; i++) {
    const mesh_member *member = &object->members[i];
    if (member->required && !is_present(member, memory + member->offset)) {
      return fail("a member is missing", member->name, member->length);
    }
  }
  return true;
}

static void write_object(int type, const void *value);

static void write_one(const mesh_member *member, const void *slot) {
  if (member->form != MESH_SCALAR) {
    const mesh_object_value *value = slot;
    if (member->form == MESH_TAGGED) {
      printf("{\"%s\":", object_of(value->type)->tag);
    }
    write_object(value->type, value->value);
    if (member->form == MESH_TAGGED) {
      putchar('}');
    }
  } else if (member->type == MESH_TYPE_BOOLEAN) {
    printf("%s", ((const mesh_boolean *)slot)->value ? "true" : "false");
  } else if (member->type == MESH_TYPE_INTEGER) {
    printf("%lld", (long long)((const mesh_integer *)slot)->value);
  } else {
    const mesh_text *text = slot;
    printf("\"%.*s\"", (int)text->length, text->data);
  }
}

static void write_object(int type, const void *value) {
  const mesh_object *object = object_of(type);
  const char *comma = "";
  putchar('{');
  for (size_t i = 0; i < object->count; i++) {
    const mesh_member *member = &object->members[i];
    const char *slot = (const char *)value + member->offset;
    if (!is_present(member, slot)) {
      continue;
    }
    printf("%s\"%s\":", comma, member->name);
    comma = ",";
    if (member->multiple) {
      const mesh_list *list = (const mesh_list *)slot;
      putchar('[');
      for (size_t j = 0; j < list->count; j++) {
        printf("%s", j == 0 ? "" : ",");
        write_one(member, (const char *)list->items + j * size_of(member));
      }
      putchar(']');
    } else {
      write_one(member, slot);
    }
  }
  putchar('}');
}

int main(void) {
  static char line[1 << 20];
  while (fgets(line, sizeof line, stdin) != NULL) {
    mesh_object_value value = {0, NULL};
    const mesh_tag *tag = NULL;
    at = line;
    if (!read_tagged(-1, &value, &tag) || (take('\n'), *at != '\0')) {
      return 1;
    }
    printf("{\"%s\":", tag->name);
    write_object(value.type, value.value);
    printf("}\n");
  }
  return 0;
}
