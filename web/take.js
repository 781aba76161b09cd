// The worker that makes what is taken away of a run: pictures, numbers and programs.
import { main } from "./app/take.js";

main([]);
