import { useQueries } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';

/** Whether one of these schools may ask a second person for the account of a payer; also when it does not tell. */
export function useAsksSecondPerson(schoolIds: readonly number[]): boolean {
  const thresholds = useQueries({
    queries: [...new Set(schoolIds)].map((schoolId) => api.approvals.thresholds.queryOptions({ input: { schoolId } })),
  });
  return thresholds.some(({ data, isError }) => isError || (data !== undefined && data.payerAccount !== null));
}
