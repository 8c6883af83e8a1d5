import { Box, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format';

interface Props {
  label: string;
  /** Absent when there is too little data: then no number is shown. */
  value?: number;
  /** How many answers, contacts … it rests on. */
  n?: number;
  /** What `n` counts, already translated with its number: "200 answers". */
  nText?: string;
  /** Bounds of the interval, in the unit of the value. */
  interval?: [number, number];
  /** The definition, in words. */
  definition: string;
  /** How the value is written; plain by default. */
  write?: (value: number) => string;
  /** Where the rows behind it are. */
  to?: string;
  size?: 'md' | 'lg';
}

/** A number with its context: "27 (16 to 38), 200 answers", its definition, and the way to what lies behind it. */
export function Figure({ label, value, n, nText, interval, definition, write, to, size = 'md' }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = write ?? format.number;
  const number = (
    <Text span className="numbers" fz={size === 'lg' ? 44 : 30} fw={650} lh={1.1} c={value === undefined ? 'dimmed' : undefined}>
      {value === undefined ? '–' : written(value)}
    </Text>
  );
  return (
    <Box>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" c="dimmed">{label}</Text>
        <Tooltip label={definition} events={{ hover: true, focus: true, touch: true }}>
          {/* as large as a finger needs (WCAG 2.5.8), without taking that room */}
          <UnstyledButton aria-label={t('figure.definition', { definition })} c="dimmed" lh={0} p={5} m={-5}><IconInfoCircle size={15} stroke={1.7} /></UnstyledButton>
        </Tooltip>
      </Group>
      {to ? <Link to={to} style={{ color: 'inherit', textDecoration: 'none' }}>{number}</Link> : number}
      <Text size="sm" c="dimmed" className="numbers">
        {value === undefined && t('figure.tooLittle')}
        {value !== undefined && interval && t('figure.interval', { low: written(interval[0]), high: written(interval[1]) })}
        {(value === undefined || interval) && nText && ', '}
        {nText ?? (n === undefined ? '' : format.number(n))}
      </Text>
    </Box>
  );
}
