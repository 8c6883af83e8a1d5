import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@app/format';
import { useCountryName } from '../names';
import type { Overview } from '../types';
import classes from './Listen.module.css';

/** Countries side by side in the order of the alphabet: people of one country give other scores than those of the next. */
export function Countries({ countries }: { countries: Overview['countries'] }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const countryName = useCountryName();
  if (countries.length < 2) return null;
  return (
    <section className={classes.card} aria-labelledby="countries">
      <Title order={2} size="h3" id="countries">{t('countries.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('countries.lead')}</Text>
      <Table className="numbers" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr><Table.Th>{t('countries.country')}</Table.Th><Table.Th>{t('countries.score')}</Table.Th><Table.Th ta="right">{t('countries.answers')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {countries.map(({ country, score }) => (
            <Table.Tr key={country ?? ''}>
              <Table.Th fw={500}>{country ? countryName(country) : t('countries.unknown')}</Table.Th>
              <Table.Td>
                {score.show === 'score'
                  ? <><strong>{Math.round(score.score!)}</strong> {t('listen.interval', { low: Math.round(score.low!), high: Math.round(score.high!) })}</>
                  : <Text span c="dimmed" size="sm">{t('listen.tooLittle')}</Text>}
              </Table.Td>
              <Table.Td ta="right">{format.number(score.n)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
