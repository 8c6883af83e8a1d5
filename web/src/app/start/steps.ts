import { useQuery } from '@tanstack/react-query';
import { http } from '../api/http';
import type { FirstStep } from '../feature';
import { firstSteps } from '../features';
import { useSession } from '../session';

export interface StepNow { step: FirstStep; done: boolean | undefined }

/** How far this installation is. The list never changes while the application is open, so each hook keeps its place. */
export function useStepsNow(): StepNow[] {
  const { may } = useSession();
  const all = firstSteps.map((step) => ({ step, done: step.useDone(may(step.permission)) }));
  return all.filter(({ step }) => may(step.permission));
}

/** Absent while it is not known; true when nothing that one cannot do without is missing. */
export function allNeeded(steps: StepNow[]): boolean | undefined {
  const needed = steps.filter(({ step }) => !step.optional);
  if (needed.some(({ done }) => done === false)) return false;
  return needed.some(({ done }) => done === undefined) ? undefined : true;
}

export interface InstallationCheck { key: string; done: boolean; setting: string }

/** What is set outside the application. */
export function useInstallation() {
  const { may } = useSession();
  return useQuery({
    queryKey: ['platform', 'installation'], enabled: may('system.view'),
    queryFn: ({ signal }) => http.get<InstallationCheck[]>('/api/system/installation', signal),
  });
}
