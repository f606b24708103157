/**
 * Stands in for zod/mini in the form's script. What a clerk types is judged by the house; in a browser nothing is parsed, a schema
 * there only gives a type its name, and zod would be a third of what travels. One who parses there all the same is told so at once,
 * since a schema of these has no `parse`.
 */
const schema = { check: () => schema };

const made = () => schema;

export {
  made as array,
  made as boolean,
  made as enum,
  made as int,
  made as literal,
  made as maximum,
  made as maxLength,
  made as minimum,
  made as minLength,
  made as object,
  made as optional,
  made as overwrite,
  made as record,
  made as refine,
  made as regex,
  made as strictObject,
  made as string,
  made as trim,
  made as union,
};
