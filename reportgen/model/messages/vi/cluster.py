"""Words for printing on many machines, in Vietnamese."""

from reportgen.model.messages.entry import Text

_GO_ON = "chạy lại đúng lệnh ấy để làm những văn bản còn thiếu; bỏ --scheduler thì in trên máy này"

MESSAGES: dict[str, Text] = {
    "dask-missing": Text(
        "in trên nhiều máy cần gói {name}, mà máy này chưa cài",
        'cài bằng lệnh: pip install "reportgen[dask]"; bỏ --scheduler thì in trên máy này',
    ),
    "scheduler-unreachable": Text(
        "không có máy điều phối nào trả lời ở {address}: {why}",
        "chạy lệnh dask scheduler ở máy đó, hoặc sửa lại địa chỉ, chẳng hạn tcp://10.0.0.5:8786; " + _GO_ON,
    ),
    "cluster-empty": Text(
        "máy điều phối ở {address} chưa có máy in nào nối vào",
        "chạy lệnh dask worker {address} trên từng máy in; " + _GO_ON,
    ),
    "cluster-lost": Text(
        "máy điều phối ở {address} không trả lời nữa",
        "xem máy đó còn chạy không, rồi chạy lại đúng lệnh ấy để làm những văn bản còn thiếu",
    ),
    "cluster-unfit": Text(
        "máy in {worker} không in được: {why}",
        "cài reportgen trên máy đó, đúng phiên bản như ở đây, rồi khởi động lại máy in (docs/scale.md)",
    ),
    "store-unfit": Text(
        "máy in {worker} không cất được văn bản vào đó: {why}",
        "làm cho máy in nào cũng tới được nơi ấy: cùng một đường dẫn thư mục chung, hoặc cài gói và đặt khóa "
        "của kho đối tượng (docs/scale.md), rồi chạy lại đúng lệnh ấy",
    ),
    "store-failed": Text(
        "chưa cất được “{name}” vào kho: {why}",
        "xem kho còn chạy không và các máy in có quyền ghi không; chạy lại đúng lệnh ấy "
        "để làm những văn bản còn thiếu",
    ),
    "cluster-unlike": Text(
        "{where}: {name} là {theirs}, còn trên máy này là {ours}; in ra có thể khác nhau",
        "cài giống như máy này trên máy đó, rồi khởi động lại máy in (docs/scale.md)",
    ),
}
