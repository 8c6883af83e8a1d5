import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@app/format';
import type { Overview, Point } from '../types';
import classes from './Listen.module.css';

const height = 230;
const edge = { top: 14, right: 12, bottom: 28, left: 38 };

type Shown = { index: number; value: number; low: number; high: number };

/** Stretches of neighbouring points that have a score: a point without one is a gap, never a zero. */
function stretches(points: Point[]): Shown[][] {
  const found: Shown[][] = [];
  let open: Shown[] | undefined;
  points.forEach(({ score }, index) => {
    if (score.show !== 'score') {
      open = undefined;
      return;
    }
    if (!open) found.push(open = []);
    open.push({ index, value: score.score!, low: score.low!, high: score.high! });
  });
  return found;
}

/** The score over time with its 95% interval as a band. */
export function Trend({ points, grain }: { points: Point[]; grain: Overview['grain'] }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const { ref, width } = useElementSize();
  const [at, setAt] = useState<number>();
  const lines = stretches(points);
  const all = lines.flat();
  if (all.length === 0) return <p>{t('listen.trendEmpty')}</p>;

  const lowest = Math.floor(Math.min(...all.map((one) => one.low)) / 20) * 20;
  const highest = Math.ceil(Math.max(...all.map((one) => one.high)) / 20) * 20;
  const x = (index: number) => edge.left + ((width - edge.left - edge.right) * index) / Math.max(1, points.length - 1);
  const y = (value: number) => edge.top + ((height - edge.top - edge.bottom) * (highest - value)) / (highest - lowest);
  const ticks = Array.from({ length: (highest - lowest) / 20 + 1 }, (_, i) => lowest + i * 20).filter((_, i, { length }) => length < 8 || i % 2 === 0);
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 90))));
  const pointed = at === undefined ? undefined : points[at];
  const describe = ({ from, score }: Point) => `${t(`listen.grain.${grain}`, { day: format.calendarDay(from) })}: ${score.show === 'score'
    ? `${Math.round(score.score!)} ${t('listen.interval', { low: Math.round(score.low!), high: Math.round(score.high!) })}, ${t('answers', { count: score.n })}`
    : t('listen.tooFewHere', { count: score.n })}`;

  return (
    <div ref={ref} className={classes.trend}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={t('listen.trendLabel')}
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const share = (event.clientX - box.left - edge.left) / (width - edge.left - edge.right);
            setAt(Math.max(0, Math.min(points.length - 1, Math.round(share * (points.length - 1)))));
          }}
          onPointerLeave={() => setAt(undefined)}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" strokeWidth={tick === 0 ? 2 : 1} />
              <text x={edge.left - 8} y={y(tick) + 4} textAnchor="end">{tick}</text>
            </g>
          ))}
          {points.map((point, index) => index % every === 0 && (
            <text key={point.from} x={x(index)} y={height - 8} textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}>{format.calendarDay(point.from)}</text>
          ))}
          {lines.map((line) => {
            const first = line[0]!;
            const band = [...line.map((one) => `${x(one.index)},${y(one.high)}`), ...line.toReversed().map((one) => `${x(one.index)},${y(one.low)}`)].join(' ');
            return (
              <g key={first.index}>
                {line.length > 1
                  ? <polygon points={band} fill="var(--band)" />
                  : <line x1={x(first.index)} x2={x(first.index)} y1={y(first.high)} y2={y(first.low)} stroke="var(--band)" strokeWidth={8} />}
                <polyline points={line.map((one) => `${x(one.index)},${y(one.value)}`).join(' ')} fill="none" stroke="var(--accent)" strokeWidth={2.5} strokeLinejoin="round" />
                {line.map((one) => <circle key={one.index} cx={x(one.index)} cy={y(one.value)} r={one.index === at ? 5.5 : points.length > 60 ? 0 : 3} fill="var(--accent)" />)}
              </g>
            );
          })}
          {at !== undefined && <line x1={x(at)} x2={x(at)} y1={edge.top} y2={height - edge.bottom} stroke="var(--ink-soft)" strokeDasharray="3 4" />}
        </svg>
      )}
      <p className={classes.legend} aria-hidden="true">{pointed ? describe(pointed) : t('listen.trendLead')}</p>
      <VisuallyHidden><ul aria-label={t('listen.trendLabel')}>{points.map((point) => <li key={point.from}>{describe(point)}</li>)}</ul></VisuallyHidden>
    </div>
  );
}
