export { Empty } from './Empty';
export { Failed } from './Failed';
export { Loading } from './Loading';
export { NoPermission } from './NoPermission';
export { Stale } from './Stale';
