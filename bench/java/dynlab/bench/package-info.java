/** What joins a race of engines: the project's own runner on given networks, timed by whoever runs it. */
package dynlab.bench;
