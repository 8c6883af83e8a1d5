import { Badge, Code, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operation, ProblemExample, Schema } from './api';
import { exampleOf, typeOf, type Schemas } from './example';
import classes from './Platform.module.css';

const colours: Record<string, string> = { get: 'teal', post: 'blue', put: 'orange', patch: 'orange', delete: 'red' };

type Problems = Record<string, { value?: ProblemExample }>;
interface Props { route: { method: string; path: string; operation: Operation }; schemas: Schemas; problems: Problems }

/** One call: who may make it, what goes in, what comes out and how it refuses. */
export function OneOperation({ route: { method, path, operation }, schemas, problems }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.operation} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Badge variant="light" color={colours[method] ?? 'gray'} miw={62}>{method}</Badge>
        <span className={classes.path}>{path}</span>
        <Text size="sm" c="dimmed">{operation.summary}</Text>
      </summary>
      {open && <Detail operation={operation} schemas={schemas} problems={problems} />}
    </details>
  );
}

const firstOf = (content?: Record<string, { schema?: Schema; example?: unknown; examples?: Record<string, unknown> }>) => content && Object.values(content)[0];

function Detail({ operation, schemas, problems }: { operation: Operation; schemas: Schemas; problems: Problems }) {
  const { t } = useTranslation('platform');
  const body = firstOf(operation.requestBody?.content);
  return (
    <Stack gap="sm" p="sm">
      {operation.description && <Text size="sm">{operation.description}</Text>}
      {operation.parameters && operation.parameters.length > 0 && (
        <div>
          <Title order={3} size="h5">{t('api.parameters')}</Title>
          <Table fz="sm" withRowBorders={false}>
            <Table.Tbody>
              {operation.parameters.map((parameter) => (
                <Table.Tr key={parameter.in + parameter.name}>
                  <Table.Td w={180}><Code>{parameter.name}</Code>{parameter.required && <Text span size="xs" c="dimmed"> {t('api.required')}</Text>}</Table.Td>
                  <Table.Td w={160} c="dimmed">{typeOf(parameter.schema)}</Table.Td>
                  <Table.Td>{parameter.description}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {body?.schema && <Example title={t('api.body')} value={body.example ?? exampleOf(body.schema, schemas)} />}
      <Title order={3} size="h5">{t('api.answers')}</Title>
      <Table fz="sm" withRowBorders={false}>
        <Table.Tbody>
          {Object.entries(operation.responses ?? {}).map(([status, response]) => {
            const answer = firstOf(response.content);
            const good = status.startsWith('2');
            return (
              <Table.Tr key={status} style={{ verticalAlign: 'top' }}>
                <Table.Td w={70}><Badge variant="light" color={good ? 'teal' : 'gray'}>{status}</Badge></Table.Td>
                <Table.Td>
                  {response.description}
                  {!good && Object.keys(answer?.examples ?? {}).map((name) => problems[name]?.value).map((one) => one && (
                    <Text key={one.code} size="xs" c="dimmed"><Code fz="xs">{one.code}</Code> {one.detail}</Text>
                  ))}
                  {good && answer?.schema && <Example value={answer.example ?? exampleOf(answer.schema, schemas)} />}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function Example({ title, value }: { title?: string; value: unknown }) {
  return (
    <div>
      {title && <Title order={3} size="h5" mb={4}>{title}</Title>}
      <Code block fz="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{JSON.stringify(value, null, 2)}</Code>
    </div>
  );
}
