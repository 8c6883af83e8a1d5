import type { Schema } from './api';

export type Schemas = Record<string, Schema>;

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);
const firstType = (schema: Schema) => (Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type);

/** A short word for what a value is: `string (date-time)`, `Brand`, `list of Order`. */
export function typeOf(schema?: Schema): string {
  if (!schema) return '';
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.items) return `[${typeOf(schema.items)}]`;
  const type = firstType(schema) ?? '';
  return schema.format ? `${type} (${schema.format})` : type;
}

/** A value of this form, made from its schema; what contains itself stops after a few levels. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (schema.example !== undefined) return schema.example;
  if (depth > 5) return {};
  if (schema.$ref) {
    const target = schemas[nameOf(schema.$ref)];
    return target ? exampleOf(target, schemas, depth + 1) : {};
  }
  if (schema.enum) return schema.enum[0];
  if (schema.items) return [exampleOf(schema.items, schemas, depth + 1)];
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, exampleOf(one, schemas, depth + 1)]));
  }
  switch (firstType(schema)) {
    case 'integer':
    case 'number': return 1;
    case 'boolean': return true;
    case 'string': return stringOf(schema.format);
    default: return {};
  }
}

function stringOf(format?: string): string {
  switch (format) {
    case 'date-time': return '2026-03-02T09:30:00Z';
    case 'date': return '2026-03-02';
    case 'uuid': return '019a0c5e-7b1c-7a10-9d2b-3c6f5e8a1b42';
    default: return 'text';
  }
}
