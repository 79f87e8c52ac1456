import { Chart, Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement } from 'chart.js';

/** The drawing library with what is used of it and no more. Imported only when a chart is wanted. */
Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Filler);

export { Chart };
