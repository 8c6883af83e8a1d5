import type { Field } from '@app/fields/api';
import { FieldInput } from '@app/fields/FieldInput';
import { useState } from 'react';

/** What the agent sees, to try; nothing is kept. */
export function Preview({ fields }: { fields: Field[] }) {
  const [values, setValues] = useState<Record<string, string[]>>({});
  return fields.map((field) => {
    const set = (value?: string[]) => value && setValues((before) => ({ ...before, [field.id]: value }));
    return <FieldInput key={`${field.id} ${field.type}`} field={field} value={values[field.id] ?? []} onType={set} onKeep={set} />;
  });
}
