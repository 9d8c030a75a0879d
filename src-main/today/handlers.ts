import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { addTask, cancelTask, finishTask, listTasks, notReached, showTask } from './tasks.ts';
import { worklist } from './worklist.ts';

export const todayHandlers: DomainHandlers<'today'> = {
  worklist: os.today.worklist.handler(({ context, input }) => worklist(context, input.schoolId ?? null)),
  task: os.today.task.handler(({ context, input }) => showTask(context, input.taskId)),
  tasks: os.today.tasks.handler(({ context, input }) => listTasks(context, input)),
  addTask: os.today.addTask.handler(({ context, input }) => addTask(context, input)),
  finishTask: os.today.finishTask.handler(({ context, input }) => finishTask(context, input)),
  notReached: os.today.notReached.handler(({ context, input }) => notReached(context, input)),
  cancelTask: os.today.cancelTask.handler(({ context, input }) => cancelTask(context, input)),
};
