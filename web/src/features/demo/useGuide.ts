import { useLocalStorage } from '@mantine/hooks';

/** Whose guide has been read in this browser; an asterisk stands for everybody's. */
export function useGuide(email?: string) {
  const [read, setRead] = useLocalStorage<string[]>({ key: 'hartslag-demo-guide-read', defaultValue: [], getInitialValueInEffect: false });
  return {
    open: email !== undefined && !read.includes(email) && !read.includes('*'),
    show: () => setRead((before) => before.filter((one) => one !== email && one !== '*')),
    close: () => email && setRead((before) => [...before.filter((one) => one !== email), email]),
  };
}
