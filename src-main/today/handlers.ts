import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const todayHandlers: DomainHandlers<'today'> = {
  worklist: os.today.worklist.handler(notYet),
  task: os.today.task.handler(notYet),
  tasks: os.today.tasks.handler(notYet),
  addTask: os.today.addTask.handler(notYet),
  finishTask: os.today.finishTask.handler(notYet),
  notReached: os.today.notReached.handler(notYet),
  cancelTask: os.today.cancelTask.handler(notYet),
};
