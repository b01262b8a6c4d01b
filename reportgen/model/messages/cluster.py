"""Words for printing on many machines."""

from reportgen.model.messages.entry import Message

_GO_ON = "the same command makes what is missing; without --scheduler it prints on this computer"

MESSAGES: dict[str, Message] = {
    "dask-missing": Message(
        "printing on a cluster needs the package {name}, which is not installed",
        'install it with: pip install "reportgen[dask]"; without --scheduler this computer prints',
    ),
    "scheduler-unreachable": Message(
        "no scheduler answers at {address}: {why}",
        "start it there with: dask scheduler; or mend the address, such as tcp://10.0.0.5:8786; " + _GO_ON,
    ),
    "cluster-empty": Message(
        "the cluster at {address} has no workers",
        "start one on each of its machines with: dask worker {address}; " + _GO_ON,
    ),
    "cluster-lost": Message(
        "the scheduler at {address} does not answer any more",
        "see whether it still runs, then run the same command again: it makes what is missing",
    ),
    "cluster-unfit": Message(
        "the worker {worker} cannot print: {why}",
        "install reportgen there, the same version as here, and restart the worker (docs/scale.md)",
    ),
    "store-unfit": Message(
        "the worker {worker} cannot put papers there: {why}",
        "give each worker what it takes to reach that place: the shared folder under the same path, or "
        "the package and the keys of the object store (docs/scale.md), then run the same command again",
    ),
    "store-failed": Message(
        '"{name}" was not put into the store: {why}',
        "see whether the store works and the workers may write there; the same command makes what is missing",
    ),
    "cluster-unlike": Message(
        "{where}: {name} is {theirs}, and {ours} on this computer: the same paper could come out otherwise",
        "install the same there and restart the worker (docs/scale.md)",
    ),
}
