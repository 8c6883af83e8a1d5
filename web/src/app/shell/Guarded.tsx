import type { ReactNode } from 'react';
import { useSession } from '../session';
import { NoPermission } from '../states/NoPermission';
import classes from './Shell.module.css';

interface Props {
  permission?: string | string[];
  layout: 'full' | 'page' | 'bare';
  children: ReactNode;
}

/** Keeps a page for those who may see it. The server decides; this only spares people a page of refusals. */
export function Guarded({ permission, layout, children }: Props) {
  const { may } = useSession();
  const page = may(permission) ? children : <NoPermission height="60vh" />;
  if (layout === 'bare') return page;
  return <div className={layout === 'full' ? classes.full : classes.content}>{page}</div>;
}
