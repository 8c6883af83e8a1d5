import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';
import { Problem } from '../api/problem';

export interface ServerForm<Values extends Record<string, unknown>> {
  form: UseFormReturnType<Values>;
  /** What went wrong that belongs to no field. */
  problem: Problem | null;
  sending: boolean;
  /** Put on `<form onSubmit>`. */
  submit: (event?: React.FormEvent<HTMLFormElement>) => void;
}

/** A form whose field errors come from the server's problem details, so that a rule stands in one place. */
export function useServerForm<Values extends Record<string, unknown>>(
  input: UseFormInput<Values>,
  send: (values: Values) => Promise<unknown>,
): ServerForm<Values> {
  const form = useForm<Values>(input);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const [refusals, setRefusals] = useState(0);
  // once the errors stand at their fields and these can be reached again; the first may be out of sight
  useEffect(() => {
    if (refusals > 0) document.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled)')?.focus();
  }, [refusals]);
  const submit = form.onSubmit(async (values) => {
    setProblem(null);
    setSending(true);
    try {
      await send(values as Values);
    } catch (failure) {
      const refused = Problem.of(failure);
      const fields = refused.fieldErrors;
      form.setErrors(fields);
      const allShown = Object.keys(fields).length > 0 && Object.keys(fields).every((field) => field in input.initialValues!);
      setProblem(allShown ? null : refused);
      setRefusals((before) => before + 1);
    } finally {
      setSending(false);
    }
  }, () => setRefusals((before) => before + 1));
  return { form, problem, sending, submit };
}
