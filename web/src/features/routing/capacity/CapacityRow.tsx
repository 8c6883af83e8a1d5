import { Button, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { media, type Capacity, type PersonCapacity } from '../types';
import classes from './Capacity.module.css';

const most: Capacity = { calls: 10, chats: 20, mails: 100 };

interface Props { person: PersonCapacity; onChange: (capacity: Capacity) => void; onReset: () => void }

/** One person's limits; a change counts at once. */
export function CapacityRow({ person, onChange, onReset }: Props) {
  const { t } = useTranslation('routing');
  return (
    <li className={classes.row}>
      <span className={classes.name}>{person.name}</span>
      <div className={classes.fields}>
        {media.map(([, many]) => (
          <NumberInput key={many} w={92} min={0} max={most[many]} clampBehavior="strict" allowDecimal={false} size="sm"
            label={t(`capacity.${many}`)} aria-label={t('capacity.of', { medium: t(`capacity.${many}`), name: person.name })}
            value={person.capacity[many]}
            onChange={(value) => {
              if (typeof value === 'number' && value !== person.capacity[many]) onChange({ ...person.capacity, [many]: value });
            }} />
        ))}
      </div>
      <div className={classes.reset}>
        {person.usual
          ? <Text size="sm" c="dimmed">{t('capacity.usual')}</Text>
          : <Button variant="subtle" size="compact-sm" onClick={onReset}>{t('capacity.reset')}</Button>}
      </div>
    </li>
  );
}
